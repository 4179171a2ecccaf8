/** Who works here: logins, roles, the login page. */
package vn.tiepdon.server.staff;
