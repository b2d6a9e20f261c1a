using DealBot.Contracts;

namespace DealBot.Core.Configuration.Validators;

/// <summary>Every template named exists. Whether it parses is said by <c>dealbot check</c> and when it is used.</summary>
internal static class TemplateValidator
{
    public static void Validate(ValidationScope scope)
    {
        var configuration = scope.Configuration;
        for (var i = 0; i < configuration.Groups.Count; i++)
        {
            Check(scope, GroupsFile.Name, $"$.groups[{i}].templates", configuration.Groups[i].Templates);
        }

        for (var i = 0; i < configuration.Audiences.Count; i++)
        {
            Check(scope, AudiencesFile.Name, $"$.audiences[{i}].templates", configuration.Audiences[i].Templates);
        }

        for (var i = 0; i < configuration.Campaigns.Count; i++)
        {
            Check(scope, CampaignsFile.Name, $"$.campaigns[{i}].templates", configuration.Campaigns[i].Templates);
        }

        for (var i = 0; i < configuration.Schedules.Count; i++)
        {
            for (var j = 0; j < configuration.Schedules[i].Rules.Count; j++)
            {
                Check(scope, SchedulesFile.Name, $"$.schedules[{i}].rules[{j}].templates", configuration.Schedules[i].Rules[j].Templates);
            }
        }

        for (var i = 0; i < configuration.Owners.Count; i++)
        {
            Exists(scope, OwnersFile.Name, $"$.owners[{i}].digest.template", configuration.Owners[i].Digest.Template);
            Exists(scope, OwnersFile.Name, $"$.owners[{i}].digest.chart", configuration.Owners[i].Digest.Chart);
        }
    }

    private static void Check(ValidationScope scope, string file, string path, TemplateChoice? choice)
    {
        Exists(scope, file, $"{path}.copy", choice?.Copy);
        Exists(scope, file, $"{path}.poster", choice?.Poster);
    }

    private static void Exists(ValidationScope scope, string file, string path, string? name)
    {
        if (name is not null && name != TemplateChoice.None && !scope.Surroundings.TemplateExists(name))
        {
            scope.Report(file, path, name, new Phrase("找不到模板", "template not found"), new Phrase(
                "templates 目录下存在的文件，例如 copy/default.sbn-txt",
                "a file that exists under templates, for example copy/default.sbn-txt"));
        }
    }
}
