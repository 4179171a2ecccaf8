/** Numbers of insurance cards and the tables that explain them; docs/insurance.md names the sources. */
package vn.tiepdon.server.coverage.card;
