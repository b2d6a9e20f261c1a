using DealBot.Contracts;

namespace DealBot.Core.Configuration.Validators;

/// <summary>Commission is shared over at most two tiers, and never more than there is. Deeper schemes are pyramid selling (传销) in law.</summary>
internal static class ShareValidator
{
    private const int WholeBasisPoints = 10_000;

    public static void Validate(ValidationScope scope)
    {
        foreach (var (owner, index) in scope.Configuration.Owners.Select((owner, index) => (owner, index)))
        {
            if (owner.Shares is { } shares)
            {
                Check(scope, shares, $"$.owners[{index}].shares");
            }
        }
    }

    private static void Check(ValidationScope scope, ShareSettings shares, string path)
    {
        if (shares.InviterPercents.Count > 1)
        {
            scope.Report(OwnersFile.Name, $"{path}.inviterPercents", $"[{string.Join(", ", shares.InviterPercents.Select(rate => rate.Percent))}]", new Phrase(
                "分成超过两层（推广者一层，邀请人一层），有传销风险，不予支持",
                "more than two tiers (promoter, inviter): this is pyramid selling and is refused"), new Phrase(
                "最多一个数，例如 [10]",
                "at most one number, for example [10]"));
        }

        foreach (var (rate, index) in shares.InviterPercents.Select((rate, index) => (rate, index)))
        {
            Percentage(scope, $"{path}.inviterPercents[{index}]", rate);
        }

        var inviter = shares.InviterPercents.Sum(rate => rate.BasisPoints);
        foreach (var (level, index) in shares.Levels.Select((level, index) => (level, index)))
        {
            Percentage(scope, $"{path}.levels[{index}].percent", level.Percent);
            if (level.Percent.BasisPoints + inviter > WholeBasisPoints)
            {
                scope.Report(OwnersFile.Name, $"{path}.levels[{index}].percent", $"{level.Percent.Percent}", new Phrase(
                    "加上邀请人分成超过 100%",
                    "more than 100 % together with the inviter's share"), new Phrase(
                    $"不超过 {(WholeBasisPoints - inviter) / 100m}",
                    $"at most {(WholeBasisPoints - inviter) / 100m}"));
            }
        }
    }

    private static void Percentage(ValidationScope scope, string path, Rate rate)
    {
        if (rate.BasisPoints is < 0 or > WholeBasisPoints)
        {
            scope.Report(OwnersFile.Name, path, $"{rate.Percent}", new Phrase("百分数超出范围", "percentage out of range"), new Phrase("0 到 100", "0 to 100"));
        }
    }
}
