/** The kiosk's side of the conversation with the server. */
package vn.tiepdon.kiosk.client;
