using DealBot.Contracts;

namespace DealBot.Core.Configuration.Validators;

/// <summary>No group gets markdown that its platform can't show, whichever rule, campaign or audience names the template.</summary>
internal static class MarkdownValidator
{
    public static void Validate(ValidationScope scope)
    {
        var configuration = scope.Configuration;
        foreach (var (group, index) in configuration.Groups.Select((group, index) => (group, index)))
        {
            if (scope.Surroundings.TakesMarkdown(group.Adapter, group.Address))
            {
                continue;
            }

            foreach (var copy in CopiesOf(configuration, group).Where(copy => copy.EndsWith(TemplateChoice.Markdown, StringComparison.Ordinal)).Distinct())
            {
                scope.Report(
                    GroupsFile.Name,
                    $"$.groups[{index}].templates.copy",
                    copy,
                    new Phrase($"适配器 {group.Adapter} 发不了 markdown", $"adapter {group.Adapter} can't send markdown"),
                    new Phrase("给这个群写一个以 .sbn-txt 结尾的文案模板", "a copy template of the group's own that ends in .sbn-txt"));
            }
        }
    }

    /// <summary>Every copy that the group may be posted with. References that lead nowhere are told elsewhere.</summary>
    private static IEnumerable<string> CopiesOf(DealBotConfiguration configuration, Group of)
    {
        var audience = configuration.Audiences.FirstOrDefault(audience => audience.Id == of.Audience);
        return
            from campaign in configuration.Campaigns.Where(campaign => campaign.Audiences.Count == 0 || campaign.Audiences.Contains(of.Audience)).Append(null)
            let schedule = configuration.Schedules.FirstOrDefault(schedule => schedule.Id == (campaign?.Schedule ?? of.Schedule))
            from rule in (schedule?.Rules ?? []).Append(null)
            select TemplateChoice.Of(campaign, rule, of, audience).Copy;
    }
}
