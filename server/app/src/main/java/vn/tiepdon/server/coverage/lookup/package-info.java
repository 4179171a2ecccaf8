/** Questions to the gateway, from the patient at the kiosk to the answer that comes later. */
package vn.tiepdon.server.coverage.lookup;
