/**
 * What the reception desk asks for: patients, and orders about their cards. An order that needs a card is carried out by
 * the desk's bridge in five steps, told in docs/desk.md.
 */
package vn.tiepdon.api.desk;
