/** Accounts: registration, login, and the passwords behind them. */
@NullMarked
package dev.mallard.gateway.account;

import org.jspecify.annotations.NullMarked;
