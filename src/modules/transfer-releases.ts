/**
 * The releases of InvenTree that changed the form of an export, in the order in which what modules bring for each is
 * applied; docs/behaviour/transfer.md tells in words what they changed. 0.14 comes first, since what follows names
 * owners.
 */
export const TRANSFER_RELEASES = ['0.14', '0.8', '0.9', '0.12', '0.13', '0.16', '0.17', '1.0', '1.2', '1.3', 'any']
