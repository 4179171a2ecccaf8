/**
 * A virtual Vietnamese chip ID card (thẻ căn cước gắn chip): an eMRTD after ICAO Doc 9303 parts 10 and 11, written from
 * the documents alone so that it is an independent witness of whoever reads it. Every citizen here is invented.
 */
package vn.tiepdon.simulator.card.citizen;
