/** The insurance's national gateway (cổng giám định BHYT) as a client sees it: token, look-up, what the answers mean. */
package vn.tiepdon.server.coverage.gateway;
