/**
 * Vietnam's chip ID card (căn cước công dân gắn chip, thẻ căn cước): an eMRTD after ICAO Doc 9303 with a data group of
 * its own (DG13).
 */
package vn.tiepdon.card.citizen;
