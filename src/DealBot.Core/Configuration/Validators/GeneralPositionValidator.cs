using DealBot.Contracts;

namespace DealBot.Core.Configuration.Validators;

/// <summary>No group claims the general position of an account for itself that links of other groups carry as well: it would get all their orders that tell nothing else.</summary>
internal static class GeneralPositionValidator
{
    /// <param name="scope">What is checked.</param>
    /// <param name="readOwners">Null if the file of owners could not be read: nobody knows then which account a group uses.</param>
    public static void Validate(ValidationScope scope, IReadOnlyList<Owner>? readOwners)
    {
        if (readOwners is null)
        {
            return;
        }

        foreach (var (group, index) in scope.Configuration.Groups.Select((group, index) => (group, index)))
        {
            foreach (var (network, position) in group.Positions)
            {
                Check(scope, group, network, position, $"$.groups[{index}].positions.{network}");
            }
        }
    }

    private static void Check(ValidationScope scope, Group group, string network, string position, string path)
    {
        if (scope.Configuration.Owners.FirstOrDefault(owner => owner.Id == group.Owner)?.NetworkAccounts.GetValueOrDefault(network) is not { } account
            || scope.Surroundings.GeneralPositions.GetValueOrDefault((network, account)) != position)
        {
            return;
        }

        var others = string.Join(' ', scope.Configuration.GroupsOn(network, account)
            .Where(other => other.Id != group.Id && !other.Positions.ContainsKey(network)).Select(other => other.Id).Take(10));
        if (others.Length > 0)
        {
            scope.Report(
                GroupsFile.Name,
                path,
                position,
                new Phrase(
                    $"是账号 {network}/{account} 的默认推广位，没有专用推广位的群也用它：{others}；它们认不出群的订单都会算给 {group.Id}",
                    $"is the general position of {network}/{account}, which links of groups without one of their own carry as well: {others}; their orders that tell nothing else would all be counted for {group.Id}"),
                new Phrase(
                    "删去这一项，或者在联盟后台为这个群另建一个推广位；要留着它，就给其他群各写一个专用推广位",
                    "remove the entry, or create another position for this group in the network's console; to keep it, give each other group a position of its own"));
        }
    }
}
