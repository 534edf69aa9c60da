/**
 * Where the area codes of the United States and Canada are, as the time zones that each of them touches. Written from
 * the plan's assignments by hand. It knows the codes that are assigned to places; those that are not (toll-free
 * 8XX, personal 5XX, 6XX and 700, premium 900, government 710) and codes that open later have no zones, which means
 * the campaign's own. A code on both sides of a line has every zone that it touches: texting hours hold in all of them.
 * Numbers travel with people, so this is the last and weakest thing that tells where somebody is.
 */
const zonesByCodes: Readonly<Record<string, string>> = {
  // Connecticut, Delaware, the District, Maine, Maryland, Massachusetts, New Hampshire, New Jersey, New York,
  // Pennsylvania, Rhode Island, Vermont, Virginia, West Virginia.
  '203 475 860 959 302 202 771 207 227 240 301 410 443 667 339 351 413 508 617 774 781 857 978 603': 'America/New_York',
  '201 551 609 640 732 848 856 862 908 973 212 315 329 332 347 363 465 516 518 585 607 624': 'America/New_York',
  '631 646 680 716 718 838 845 914 917 929 934 215 223 267 272 412 445 484 570 582 610 717': 'America/New_York',
  '724 814 835 878 401 802 276 434 540 571 686 703 757 804 826 948 304 681': 'America/New_York',
  // The Carolinas, Georgia, Ohio, the east of Tennessee, Florida without the panhandle.
  '252 336 472 704 743 828 910 919 980 984 803 821 839 843 854 864': 'America/New_York',
  '229 404 470 478 678 706 762 770 912 943 216 220 234 283 326 330 380 419 436 440 513 567 614 740 937 865':
    'America/New_York',
  '239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954': 'America/New_York',
  '850 448': 'America/Chicago America/New_York',
  '423': 'America/Chicago America/New_York',
  // Michigan: four counties of the upper peninsula keep Central time.
  '231 248 269 313 517 586 616 679 734 810 947 989': 'America/Detroit',
  '906': 'America/Detroit America/Menominee',
  // Indiana and Kentucky lie on both sides of the line.
  '260 317 463 765': 'America/Indiana/Indianapolis',
  '219 574 812 930': 'America/Chicago America/Indiana/Indianapolis',
  '502': 'America/Kentucky/Louisville',
  '859': 'America/New_York',
  '270 364 606': 'America/Chicago America/New_York',
  // Alabama, Arkansas, Illinois, Iowa, Louisiana, Minnesota, Mississippi, Missouri, Oklahoma, Wisconsin.
  '205 251 256 334 659 938 327 479 501 870 217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872':
    'America/Chicago',
  '319 515 563 641 712 225 318 337 457 504 985 218 320 507 612 651 763 924 952 228 471 601 662 769': 'America/Chicago',
  '235 314 417 557 573 636 660 816 975 405 539 572 580 918 262 274 353 414 534 608 715 920': 'America/Chicago',
  // Texas without El Paso, the middle and west of Tennessee, and the Central parts of Kansas and Nebraska.
  '210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 936 940 945 956 972 979':
    'America/Chicago',
  '615 629 731 901 931 316 913 402 531': 'America/Chicago',
  '308 605 620 701 785': 'America/Chicago America/Denver',
  // The mountains. Arizona stands still, but for the Navajo Nation.
  '915 303 719 720 748 970 983 406 505 575 385 435 801 307': 'America/Denver',
  '480 520 602 623': 'America/Phoenix',
  '928': 'America/Denver America/Phoenix',
  '208 986': 'America/Boise America/Los_Angeles',
  // The Pacific. Malheur County in Oregon and two towns of Nevada keep Mountain time.
  '209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669':
    'America/Los_Angeles',
  '707 714 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951': 'America/Los_Angeles',
  '702 725 503 971 206 253 360 425 509 564': 'America/Los_Angeles',
  '458 541': 'America/Boise America/Los_Angeles',
  '775': 'America/Denver America/Los_Angeles',
  '907': 'America/Adak America/Anchorage',
  '808': 'Pacific/Honolulu',
  // Territories of the United States.
  '787 939': 'America/Puerto_Rico',
  '340': 'America/St_Thomas',
  '671': 'Pacific/Guam',
  '670': 'Pacific/Saipan',
  '684': 'Pacific/Pago_Pago',
  // Canada, from the east. Quebec's 418 reaches to the Magdalen Islands and to Blanc-Sablon.
  '709 879': 'America/Goose_Bay America/St_Johns',
  '782 902': 'America/Halifax',
  '428 506': 'America/Moncton',
  '263 354 438 450 468 514 579 819 873': 'America/Toronto',
  '273 367 418 581': 'America/Blanc-Sablon America/Halifax America/Toronto',
  '226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 905 942': 'America/Toronto',
  '807': 'America/Atikokan America/Toronto America/Winnipeg',
  '204 431 584': 'America/Winnipeg',
  '306 474 639': 'America/Edmonton America/Regina',
  '368 403 587 780 825': 'America/Edmonton',
  '604': 'America/Vancouver',
  '236 250 257 672 778': 'America/Dawson_Creek America/Edmonton America/Vancouver',
  '867': 'America/Atikokan America/Edmonton America/Iqaluit America/Rankin_Inlet America/Whitehorse',
};

export const zonesByAreaCode: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(zonesByCodes).flatMap(([codes, zones]) => codes.split(' ').map((code) => [code, zones.split(' ')])),
);
