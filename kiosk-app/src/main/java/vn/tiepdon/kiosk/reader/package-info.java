/** One place to lay a card, whichever reader it is, for the programs beside the kiosk. */
package vn.tiepdon.kiosk.reader;
