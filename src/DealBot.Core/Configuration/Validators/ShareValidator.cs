using DealBot.Contracts;

namespace DealBot.Core.Configuration.Validators;

/// <summary>Commission is shared over at most two tiers, never more than there is, and the higher level earns more.</summary>
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
            scope.Report(
                OwnersFile.Name,
                $"{path}.inviterPercents",
                $"[{string.Join(", ", shares.InviterPercents.Select(rate => rate.Percent))}]",
                RefusedSchemes.Deeper.Reason,
                new Phrase("最多一个数，例如 [10]", "at most one number, for example [10]"));
        }

        foreach (var (rate, index) in shares.InviterPercents.Select((rate, index) => (rate, index)))
        {
            Percentage(scope, $"{path}.inviterPercents[{index}]", rate);
        }

        Percentage(scope, $"{path}.platformPercent", shares.PlatformPercent);
        Sums(scope, shares, path);
        for (var index = 0; index < shares.Levels.Count; index++)
        {
            Level(scope, shares.Levels, index, $"{path}.levels[{index}]");
        }
    }

    private static void Level(ValidationScope scope, IReadOnlyList<ShareLevel> levels, int index, string path)
    {
        var level = levels[index];
        Percentage(scope, $"{path}.percent", level.Percent);
        if (string.IsNullOrWhiteSpace(level.Name))
        {
            scope.Report(OwnersFile.Name, $"{path}.name", level.Name, new Phrase("级别没有名称", "a level without a name"), new Phrase("名称，例如 超级会员", "a name, for example 超级会员"));
        }
        else if (levels.Take(index).Any(lower => lower.Name == level.Name))
        {
            scope.Report(OwnersFile.Name, $"{path}.name", level.Name, new Phrase("级别重名", "two levels of one name"), new Phrase("另取一个名称", "another name"));
        }

        if (index > 0 && level.Percent <= levels[index - 1].Percent)
        {
            scope.Report(OwnersFile.Name, $"{path}.percent", $"{level.Percent.Percent}", new Phrase(
                $"不比前一级（{levels[index - 1].Name}）的分成高，升级就没有意义",
                $"no higher than the level before ({levels[index - 1].Name}): rising would bring nothing"), new Phrase(
                $"大于 {levels[index - 1].Percent.Percent} 的数；级别从低到高写",
                $"more than {levels[index - 1].Percent.Percent}; levels stand from low to high"));
        }

        if (level.FromSales is { } from)
        {
            Threshold(scope, from, index, levels.Take(index).Select(lower => lower.FromSales).Max() ?? Money.Zero, $"{path}.fromSales");
        }
    }

    private static void Threshold(ValidationScope scope, Money from, int index, Money before, string path)
    {
        if (index == 0 && from != Money.Zero)
        {
            scope.Report(OwnersFile.Name, path, from.ToPriceText(), new Phrase(
                "人人从第一级开始，第一级没有门槛",
                "everybody begins at the first level, which has no threshold"), new Phrase("删掉这一行", "leave it out"));
        }
        else if (index > 0 && from <= before)
        {
            scope.Report(OwnersFile.Name, path, from.ToPriceText(), new Phrase(
                "门槛不比前面的级别高",
                "the threshold is no higher than that of a level before"), new Phrase(
                $"大于 {before.ToPriceText()} 的金额（元）",
                $"an amount in yuan above {before.ToPriceText()}"));
        }
    }

    /// <summary>No order can be divided into more than there is, whichever level its promoter has.</summary>
    private static void Sums(ValidationScope scope, ShareSettings shares, string path)
    {
        var others = shares.InviterPercents.Sum(rate => (long)rate.BasisPoints) + shares.PlatformPercent.BasisPoints;
        foreach (var (level, index) in shares.Levels.Select((level, index) => (level, index)))
        {
            // What is too much by itself is said elsewhere.
            if (level.Percent.BasisPoints <= WholeBasisPoints && level.Percent.BasisPoints + others > WholeBasisPoints)
            {
                var room = Math.Max(0, WholeBasisPoints - others) / 100m;
                scope.Report(OwnersFile.Name, $"{path}.levels[{index}].percent", $"{level.Percent.Percent}", new Phrase(
                    "加上邀请人和平台的分成超过 100%",
                    "more than 100 % together with the inviter's and the platform's share"), new Phrase(
                    $"不超过 {room}",
                    $"at most {room}"));
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
