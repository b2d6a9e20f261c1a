using DealBot.Contracts;

namespace DealBot.Core.Configuration.Validators;

/// <summary>Every template named exists and is of the kind wanted. Whether it parses is said by <c>dealbot check</c> and when it is used.</summary>
internal static class TemplateValidator
{
    private const string Drawing = ".sbn-svg";

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
            var digest = configuration.Owners[i].Digest.Spoken();
            Exists(scope, OwnersFile.Name, $"$.owners[{i}].digest.template", digest.Template, isDrawing: false);
            Exists(scope, OwnersFile.Name, $"$.owners[{i}].digest.chart", digest.Chart, isDrawing: true);
        }
    }

    private static void Check(ValidationScope scope, string file, string path, TemplateChoice? choice)
    {
        Exists(scope, file, $"{path}.copy", choice?.Copy, isDrawing: false);
        Exists(scope, file, $"{path}.card", choice?.Card, isDrawing: false);
        Exists(scope, file, $"{path}.poster", choice?.Poster, isDrawing: true);
    }

    private static void Exists(ValidationScope scope, string file, string path, string? name, bool isDrawing)
    {
        if (name is null or TemplateChoice.None)
        {
            return;
        }

        if (!scope.Surroundings.TemplateExists(name))
        {
            scope.Report(file, path, name, new Phrase("找不到模板", "template not found"), new Phrase(
                "templates 目录下存在的文件，例如 copy/default.sbn-txt",
                "a file that exists under templates, for example copy/default.sbn-txt"));
        }
        else if (name.EndsWith(Drawing, StringComparison.Ordinal) != isDrawing)
        {
            scope.Report(
                file,
                path,
                name,
                isDrawing ? new Phrase("这里要的是图，不是文字", "a drawing is wanted here, not text") : new Phrase("这里要的是文字，不是图", "text is wanted here, not a drawing"),
                isDrawing
                    ? new Phrase("以 .sbn-svg 结尾的模板，例如 posters/classic.sbn-svg", "a template that ends in .sbn-svg, for example posters/classic.sbn-svg")
                    : new Phrase("以 .sbn-txt 结尾的模板，例如 copy/default.sbn-txt", "a template that ends in .sbn-txt, for example copy/default.sbn-txt"));
        }
    }
}
