using DealBot.Contracts;
using DealBot.Core.Links;

namespace DealBot.Core.Configuration.Validators;

/// <summary>A group can block only networks that there are; a misspelt one would let out links that nobody can open.</summary>
internal static class BlockedNetworkValidator
{
    public static void Validate(ValidationScope scope)
    {
        string[] known = [.. NetworkNames.BuiltIn.Concat(scope.Surroundings.NetworkAccounts.Keys).Concat(scope.Surroundings.AbsentNetworks).Distinct()];
        foreach (var (index, group) in scope.Configuration.Groups.Index())
        {
            foreach (var (at, network) in (group.BlockedNetworks ?? []).Index().Where(entry => !known.Contains(entry.Item)))
            {
                scope.ReportUnknown(GroupsFile.Name, $"$.groups[{index}].blockedNetworks[{at}]", network, new Phrase("没有这个联盟", "no such network"), known);
            }
        }
    }
}
