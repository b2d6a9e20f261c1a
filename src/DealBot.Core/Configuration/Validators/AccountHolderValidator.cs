using DealBot.Contracts;

namespace DealBot.Core.Configuration.Validators;

/// <summary>
/// An account has one holder. A network pays one commission for it, and an order that tells no group is whose the account is: with two holders nobody
/// could say whose it is, and the books of one of them would be wrong.
/// </summary>
internal static class AccountHolderValidator
{
    public static void Validate(ValidationScope scope)
    {
        var holders = new Dictionary<(string Network, string Account), string>();
        foreach (var (owner, index) in scope.Configuration.Owners.Select((owner, index) => (owner, index)))
        {
            foreach (var (network, account) in owner.NetworkAccounts.OrderBy(held => held.Key, StringComparer.Ordinal))
            {
                if (!holders.TryAdd((network, account), owner.Id))
                {
                    Report(scope, $"$.owners[{index}].networkAccounts.{network}", (network, account), (holders[(network, account)], owner.Id));
                }
            }
        }
    }

    private static void Report(ValidationScope scope, string path, (string Network, string Account) held, (string First, string Second) owners) => scope.Report(
        OwnersFile.Name,
        path,
        held.Account,
        new Phrase(
            $"账号 {held.Network}/{held.Account} 已经是群主 {owners.First} 的；一个账号的佣金只打给一个人，两位群主共用就分不清订单是谁的",
            $"account {held.Network}/{held.Account} is owner {owners.First}'s already; a network pays its commission to one person, and with two nobody could say whose an order is"),
        new Phrase(
            $"{owners.Second} 自己的账号；如果佣金都打给 {owners.First}，就把这些群写给 {owners.First}，{owners.Second} 写成他的推广者（shares.promoters）",
            $"an account of {owners.Second}'s own; if all commission is paid to {owners.First}, name {owners.First} as owner of these groups and {owners.Second} as a promoter of his (shares.promoters)"));
}
