package io.countypulse.gateway.login;

/** An account with the password drawn for it, which nobody will see again. */
record NewAccount(Account account, String password, String hash) {

  static NewAccount of(Account account) {
    String password = Passwords.draw();
    String hash =
        switch (account.kind()) {
          case USER -> Passwords.OF_USERS.encode(password);
          case CLIENT -> Passwords.OF_CLIENTS.encode(password);
        };
    return new NewAccount(account, password, hash);
  }

  @Override
  public String toString() {
    return account.toString();
  }
}
