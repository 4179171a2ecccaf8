/** All that is kept, given back in the formats that are read: streamed, for administrators, on record. */
package vn.tiepdon.server.exchange.export;
