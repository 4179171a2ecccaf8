/** The hospital's check-in server: one package per feature. */
package vn.tiepdon.server;
