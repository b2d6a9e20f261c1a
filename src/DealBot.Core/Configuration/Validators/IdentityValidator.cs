using System.Text.RegularExpressions;
using DealBot.Contracts;

namespace DealBot.Core.Configuration.Validators;

/// <summary>Ids are well-formed and unique within their file.</summary>
internal static partial class IdentityValidator
{
    public static void Validate(ValidationScope scope)
    {
        Check(scope, OwnersFile.Name, "owners", scope.Configuration.Owners.Select(owner => owner.Id));
        Check(scope, GroupsFile.Name, "groups", scope.Configuration.Groups.Select(group => group.Id));
        Check(scope, SchedulesFile.Name, "schedules", scope.Configuration.Schedules.Select(schedule => schedule.Id));
        Check(scope, AudiencesFile.Name, "audiences", scope.Configuration.Audiences.Select(audience => audience.Id));
        Check(scope, CampaignsFile.Name, "campaigns", scope.Configuration.Campaigns.Select(campaign => campaign.Id));
    }

    private static void Check(ValidationScope scope, string file, string list, IEnumerable<string> ids)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (id, index) in ids.Select((id, index) => (id, index)))
        {
            var path = $"$.{list}[{index}].id";
            if (!WellFormed().IsMatch(id))
            {
                scope.Report(file, path, id, new Phrase("编号不合规", "bad id"), new Phrase(
                    "小写字母、数字、连字符，1 到 40 个字符，以字母或数字开头",
                    "1 to 40 lower-case letters, digits and hyphens, starting with a letter or digit"));
            }

            if (!first.TryAdd(id, index))
            {
                scope.Report(file, path, id, new Phrase("编号重复", "duplicate id"), new Phrase(
                    $"另取一个编号，$.{list}[{first[id]}] 已经用了它",
                    $"another id: $.{list}[{first[id]}] has this one already"));
            }
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();
}
