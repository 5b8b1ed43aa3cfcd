package dev.mallard.gateway.account;

/**
 * A user has proved who they are.
 *
 * @param userId account id, above 0
 * @param nickname display name
 * @param sessionNumber number of this login, larger than that of every earlier one of the account
 */
public record Login(int userId, String nickname, long sessionNumber) {}
