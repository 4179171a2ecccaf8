/** How a device is enrolled and how it says what is broken. */
package vn.tiepdon.api.device;
