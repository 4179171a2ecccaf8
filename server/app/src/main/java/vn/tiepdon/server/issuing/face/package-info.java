/** What is printed on a card: PDF in the size of the card, or sheets of ten. */
package vn.tiepdon.server.issuing.face;
