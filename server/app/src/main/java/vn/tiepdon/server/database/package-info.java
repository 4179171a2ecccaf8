/** How the two databases are written to: PostgreSQL by many at once, H2 by one after the other. */
package vn.tiepdon.server.database;
