/**
 * A certificate for 127.0.0.1 that signs itself, with its key. It is public and worth nothing: nobody trusts it until a
 * test says so, and it names no host but this machine.
 */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBrDCCAVKgAwIBAgIUe289Qvjjv9aIMN0r3w06PgfcPqcwCgYIKoZIzj0EAwIw
IjEgMB4GA1UEAwwXZmllbGRsaW5lIGxvb3BiYWNrIHRlc3QwIBcNMjYxMTIyMDMy
MDUxWhgPMjEyNjEwMjkwMzIwNTFaMCIxIDAeBgNVBAMMF2ZpZWxkbGluZSBsb29w
YmFjayB0ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvby8m3cDoA8o1JdE
/JgS2HH7OXzUgcGl7MVvlDoFAhm4t1BnOgeT/NyYSWqUkZ2QAM4hR5cEhyeyf6K4
45ZuCqNkMGIwHQYDVR0OBBYEFAX1YEsQqsKnZ5Se70UVflsu0l20MB8GA1UdIwQY
MBaAFAX1YEsQqsKnZ5Se70UVflsu0l20MA8GA1UdEwEB/wQFMAMBAf8wDwYDVR0R
BAgwBocEfwAAATAKBggqhkjOPQQDAgNIADBFAiEAyYhyEYaSy9kZglu47dVwUYAW
QK5j8AXYIYHiVETXezQCIAwse4rv0Puc3zcLAFfv2CCmGqyFuRCd3FVS2BgaIhJa
-----END CERTIFICATE-----
`;

export const certificateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgJ1eudcaB9GIdqztZ
YQQVgr/fxieaUdESSBrwxs1cCOChRANCAAS9vLybdwOgDyjUl0T8mBLYcfs5fNSB
waXsxW+UOgUCGbi3UGc6B5P83JhJapSRnZAAziFHlwSHJ7J/orjjlm4K
-----END PRIVATE KEY-----
`;
