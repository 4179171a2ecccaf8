/** The touch kiosk: a pure flow, devices that turn the world into events, and screens that only draw a state. */
package vn.tiepdon.kiosk;
