/** The kiosk's conversation: configuration, identification, check-in. */
package vn.tiepdon.api.kiosk;
