/** Files on their way in: taken to the disk, read by one worker in short transactions, gone on with after any stop. */
package vn.tiepdon.server.exchange.job;
