/** The page behind the QR of a ticket: its holder follows the number on a telephone, without a login; docs/phone.md. */
package vn.tiepdon.server.phone;
