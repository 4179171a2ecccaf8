/** How patient cards come to be and end: blanks, the desk's orders, many patients at once, and a card's face. */
package vn.tiepdon.server.issuing;
