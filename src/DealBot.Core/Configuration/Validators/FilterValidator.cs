using DealBot.Contracts;

namespace DealBot.Core.Configuration.Validators;

/// <summary>Amounts, rates and counts are within what makes sense, wherever a filter stands.</summary>
internal static class FilterValidator
{
    public static void Validate(ValidationScope scope)
    {
        var configuration = scope.Configuration;
        Check(scope, SelectionFile.Name, "$.selection.filter", configuration.Selection.Filter);
        Each(configuration.Groups, (group, index) => Check(scope, GroupsFile.Name, $"$.groups[{index}].filter", group.Filter));
        Each(configuration.Audiences, (audience, index) => Check(scope, AudiencesFile.Name, $"$.audiences[{index}].filter", audience.Filter));
        Each(configuration.Campaigns, (campaign, index) => Check(scope, CampaignsFile.Name, $"$.campaigns[{index}].filter", campaign.Filter));
        Each(configuration.Schedules, (schedule, index) => Each(schedule.Rules, (rule, ruleIndex) =>
            Check(scope, SchedulesFile.Name, $"$.schedules[{index}].rules[{ruleIndex}].filter", rule.Filter)));
        Each(configuration.Groups, (group, index) =>
        {
            if (group.Members < 0)
            {
                scope.Report(GroupsFile.Name, $"$.groups[{index}].members", $"{group.Members}", new Phrase("人数不能是负数", "negative"), new Phrase("0 或更大", "0 or more"));
            }
        });
    }

    private static void Check(ValidationScope scope, string file, string path, DealFilter? filter)
    {
        if (filter is null)
        {
            return;
        }

        NotNegative(scope, file, $"{path}.minPrice", filter.MinPrice);
        NotNegative(scope, file, $"{path}.maxPrice", filter.MaxPrice);
        NotNegative(scope, file, $"{path}.minCommission", filter.MinCommission);
        Percentage(scope, file, $"{path}.minCommissionPercent", filter.MinCommissionPercent);
        Percentage(scope, file, $"{path}.minGoodReviewsPercent", filter.MinGoodReviewsPercent);
        Within(scope, file, $"{path}.couponHours", filter.CouponHours, 0, 24 * 90);
        Within(scope, file, $"{path}.repeatDays", filter.RepeatDays, 0, 365);
        if (filter.MinPrice is { } min && filter.MaxPrice is { } max && max < min)
        {
            scope.Report(file, $"{path}.maxPrice", max.ToPriceText(), new Phrase("上限小于下限", "below the lower bound"), new Phrase(
                $"不小于 minPrice {min.ToPriceText()} 的金额",
                $"an amount not below minPrice {min.ToPriceText()}"));
        }
    }

    private static void NotNegative(ValidationScope scope, string file, string path, Money? amount)
    {
        if (amount is { Fen: < 0 } negative)
        {
            scope.Report(file, path, negative.ToPriceText(), new Phrase("金额不能是负数", "negative amount"), new Phrase("0 或更大的金额（元）", "0 or more, in yuan"));
        }
    }

    private static void Percentage(ValidationScope scope, string file, string path, Rate? rate)
    {
        if (rate is { BasisPoints: < 0 or > 10_000 } outside)
        {
            scope.Report(file, path, $"{outside.Percent}", new Phrase("百分数超出范围", "percentage out of range"), new Phrase("0 到 100", "0 to 100"));
        }
    }

    private static void Within(ValidationScope scope, string file, string path, int? value, int low, int high)
    {
        if (value is { } number && (number < low || number > high))
        {
            scope.Report(file, path, $"{number}", new Phrase("超出范围", "out of range"), new Phrase($"{low} 到 {high}", $"{low} to {high}"));
        }
    }

    private static void Each<T>(IReadOnlyList<T> items, Action<T, int> action)
    {
        for (var index = 0; index < items.Count; index++)
        {
            action(items[index], index);
        }
    }
}
