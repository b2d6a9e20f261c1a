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

        // A promoter's account is kept under the id alone, so it is unique over all owners.
        Check(scope, OwnersFile.Name, scope.Configuration.Owners.SelectMany((owner, index) =>
            (owner.Shares?.Promoters ?? []).Select((promoter, at) => ($"$.owners[{index}].shares.promoters[{at}]", promoter.Id))));
    }

    private static void Check(ValidationScope scope, string file, string list, IEnumerable<string> ids) =>
        Check(scope, file, ids.Select((id, index) => ($"$.{list}[{index}]", id)));

    private static void Check(ValidationScope scope, string file, IEnumerable<(string Path, string Id)> ids)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, id) in ids)
        {
            var path = $"{place}.id";
            if (!WellFormed().IsMatch(id))
            {
                scope.Report(file, path, id, new Phrase("编号不合规", "bad id"), new Phrase(
                    "小写字母、数字、连字符，1 到 40 个字符，以字母或数字开头",
                    "1 to 40 lower-case letters, digits and hyphens, starting with a letter or digit"));
            }

            if (!first.TryAdd(id, place))
            {
                scope.Report(file, path, id, new Phrase("编号重复", "duplicate id"), new Phrase(
                    $"另取一个编号，{first[id]} 已经用了它",
                    $"another id: {first[id]} has this one already"));
            }
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();
}
