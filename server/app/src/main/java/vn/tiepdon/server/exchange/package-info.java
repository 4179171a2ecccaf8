/**
 * Records from other systems and back to them: what a reader of files gives, what a job makes of it, and why a record
 * is refused. Formats live in packages of their own.
 */
package vn.tiepdon.server.exchange;
