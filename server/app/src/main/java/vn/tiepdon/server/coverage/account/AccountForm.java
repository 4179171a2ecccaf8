package vn.tiepdon.server.coverage.account;

import vn.tiepdon.server.coverage.gateway.GatewayAccount;

/** The account as typed; secrets are only ever written. */
record AccountForm(
        String url,
        String user,
        String password,
        String staffName,
        String staffNumber,
        String facilityCode,
        Boolean roomsOrder) {

    static final AccountForm EMPTY = new AccountForm("", "", "", "", "", "", false);

    static AccountForm of(GatewayAccount account) {
        return new AccountForm(
                account.url().toString(),
                account.user(),
                "",
                account.staffName(),
                "",
                account.facilityCode().orElse(""),
                account.roomsOrder());
    }

    @Override
    public String toString() {
        return "AccountForm[…]";
    }
}
