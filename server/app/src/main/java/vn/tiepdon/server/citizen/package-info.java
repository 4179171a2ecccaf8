/** The chip of the ID card: what it is checked with, whether it is believed, and its holder's consent. */
package vn.tiepdon.server.citizen;
