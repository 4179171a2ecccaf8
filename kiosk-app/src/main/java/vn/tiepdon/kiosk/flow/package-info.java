/**
 * What happens next at the kiosk: a pure function of where it stands and what happened. Knows no screen, no device and
 * no server, only what they say.
 */
package vn.tiepdon.kiosk.flow;
