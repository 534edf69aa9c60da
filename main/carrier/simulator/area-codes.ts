/** Where some area codes are. Any other one has numbers to buy too, without a place. */

export interface Place {
  readonly locality: string;
  readonly region: string;
  readonly postalCode: string;
  readonly lata: string;
  readonly latitude: string;
  readonly longitude: string;
}

const places: Readonly<Record<string, Place>> = {
  '202': place('Washington', 'DC', '20001', '236', '38.907000', '-77.037000'),
  '206': place('Seattle', 'WA', '98101', '674', '47.606000', '-122.332000'),
  '213': place('Los Angeles', 'CA', '90012', '730', '34.052000', '-118.244000'),
  '215': place('Philadelphia', 'PA', '19103', '228', '39.953000', '-75.165000'),
  '303': place('Denver', 'CO', '80202', '656', '39.739000', '-104.990000'),
  '305': place('Miami', 'FL', '33101', '460', '25.762000', '-80.192000'),
  '312': place('Chicago', 'IL', '60601', '358', '41.878000', '-87.630000'),
  '313': place('Detroit', 'MI', '48226', '340', '42.331000', '-83.046000'),
  '404': place('Atlanta', 'GA', '30303', '438', '33.749000', '-84.388000'),
  '414': place('Milwaukee', 'WI', '53202', '356', '43.039000', '-87.906000'),
  '503': place('Portland', 'OR', '97204', '672', '45.515000', '-122.678000'),
  '512': place('Austin', 'TX', '78701', '558', '30.267000', '-97.743000'),
  '602': place('Phoenix', 'AZ', '85004', '666', '33.448000', '-112.074000'),
  '612': place('Minneapolis', 'MN', '55401', '628', '44.978000', '-93.265000'),
  '617': place('Boston', 'MA', '02108', '128', '42.360000', '-71.059000'),
  '718': place('Brooklyn', 'NY', '11201', '132', '40.678000', '-73.944000'),
  '907': place('Anchorage', 'AK', '99501', '832', '61.218000', '-149.900000'),
};

export const placedAreaCodes: readonly string[] = Object.keys(places);

export function placeOf(areaCode: string): Place | null {
  return places[areaCode] ?? null;
}

/** Canada shares the country code; its area codes differ. */
export function isCanadian(areaCode: string): boolean {
  return canadian.has(areaCode);
}

const canadian = new Set(
  '204 226 236 249 250 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 460 468 474 506 514 519 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905'.split(
    ' ',
  ),
);

function place(
  locality: string,
  region: string,
  postalCode: string,
  lata: string,
  latitude: string,
  longitude: string,
): Place {
  return { locality, region, postalCode, lata, latitude, longitude };
}
