using DealBot.Contracts;

namespace DealBot.Core.Configuration.Validators;

/// <summary>Promoters have a level, were invited by somebody who exists, and not by themselves over others; groups name a promoter of their owner.</summary>
internal static class PromoterValidator
{
    /// <param name="scope">What is checked.</param>
    /// <param name="readOwners">Null if the file of owners could not be read: a group's promoter can't be judged then.</param>
    public static void Validate(ValidationScope scope, IReadOnlyList<Owner>? readOwners)
    {
        foreach (var (owner, index) in scope.Configuration.Owners.Select((owner, index) => (owner, index)))
        {
            if (owner.Shares is { Promoters.Count: > 0 } shares)
            {
                Check(scope, shares, $"$.owners[{index}].shares");
            }
        }

        if (readOwners is not null)
        {
            foreach (var (group, index) in scope.Configuration.Groups.Select((group, index) => (group, index)))
            {
                Group(scope, group, $"$.groups[{index}].promoter");
            }
        }
    }

    private static void Check(ValidationScope scope, ShareSettings shares, string path)
    {
        if (shares.Levels.Count == 0)
        {
            scope.Report(OwnersFile.Name, $"{path}.levels", "[]", new Phrase("有推广者，却没有级别，不知道分多少", "promoters, but no level that says what they get"), new Phrase(
                "至少一级，例如 [{ \"name\": \"超级会员\", \"percent\": 20 }]",
                "at least one, for example [{ \"name\": \"超级会员\", \"percent\": 20 }]"));
        }

        var byId = shares.Promoters.DistinctBy(promoter => promoter.Id).ToDictionary(promoter => promoter.Id, StringComparer.Ordinal);
        foreach (var (promoter, index) in shares.Promoters.Select((promoter, index) => (promoter, index)))
        {
            Promoter(scope, shares, promoter, byId, $"{path}.promoters[{index}]");
        }
    }

    private static void Promoter(ValidationScope scope, ShareSettings shares, Promoter promoter, Dictionary<string, Promoter> byId, string path)
    {
        if (string.IsNullOrWhiteSpace(promoter.Name))
        {
            scope.Report(OwnersFile.Name, $"{path}.name", promoter.Name, new Phrase("没有称呼", "no name"), new Phrase("对账单上的称呼", "the name that stands on the statement"));
        }

        if (promoter.Level is { } level && shares.Levels.All(one => one.Name != level))
        {
            scope.ReportUnknown(OwnersFile.Name, $"{path}.level", level, new Phrase("没有这个级别", "no such level"), [.. shares.Levels.Select(one => one.Name)]);
        }

        if (promoter.InvitedBy is not { } inviter)
        {
            return;
        }

        if (!byId.ContainsKey(inviter))
        {
            scope.ReportUnknown(OwnersFile.Name, $"{path}.invitedBy", inviter, new Phrase("这位群主没有这个推广者", "the owner has no such promoter"), byId.Keys);
        }
        else if (Circle(promoter, byId) is { } circle)
        {
            scope.Report(OwnersFile.Name, $"{path}.invitedBy", inviter, new Phrase(
                $"邀请关系绕成了圈：{circle}",
                $"invitations go in a circle: {circle}"), new Phrase(
                "真正邀请他的人；最早的一位不写 invitedBy",
                "who really invited him; the first of all has no invitedBy"));
        }
    }

    /// <summary>The circle that a promoter is part of, written out; null if there is none.</summary>
    private static string? Circle(Promoter start, Dictionary<string, Promoter> byId)
    {
        var passed = new List<string> { start.Id };
        var at = start.InvitedBy;
        while (at is not null && byId.TryGetValue(at, out var promoter))
        {
            if (at == start.Id)
            {
                return string.Join(" ← ", [.. passed, start.Id]);
            }

            if (passed.Contains(at, StringComparer.Ordinal))
            {
                // A circle further up, said of those who are part of it.
                return null;
            }

            passed.Add(at);
            at = promoter.InvitedBy;
        }

        return null;
    }

    private static void Group(ValidationScope scope, Group group, string path)
    {
        if (group.Promoter is not { } promoter)
        {
            return;
        }

        // An owner who is not there is one mistake, told where the owner is named.
        var owners = scope.Configuration.Owners;
        if (owners.FirstOrDefault(owner => owner.Id == group.Owner) is not { } own)
        {
            return;
        }

        var promoters = own.Shares?.Promoters ?? [];
        if (promoters.Any(one => one.Id == promoter))
        {
            return;
        }

        if (owners.FirstOrDefault(owner => owner.Shares?.Promoters.Any(one => one.Id == promoter) == true) is { } other)
        {
            scope.Report(GroupsFile.Name, path, promoter, new Phrase(
                $"这是群主 {other.Id} 的推广者，而群属于 {group.Owner}",
                $"this is a promoter of owner {other.Id}, but the group is {group.Owner}'s"), new Phrase(
                $"群主 {group.Owner} 的推广者，见 owners.json 的 shares.promoters",
                $"a promoter of {group.Owner}, see shares.promoters in owners.json"));
            return;
        }

        scope.ReportUnknown(GroupsFile.Name, path, promoter, new Phrase("没有这个推广者", "no such promoter"), [.. promoters.Select(one => one.Id)]);
    }
}
