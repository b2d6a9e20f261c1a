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
            CheckDigest(scope, $"$.owners[{i}].digest", configuration.Owners[i].Digest);
        }
    }

    private static void CheckDigest(ValidationScope scope, string path, DigestSettings written)
    {
        var spoken = written.Spoken();

        // A folder of templates may be older than the program: then it is the language that can't be had, and the owner wrote nothing else.
        var unspoken = new[] { spoken.Template, spoken.Chart }.Except([written.Template, written.Chart]).FirstOrDefault(name => !scope.Surroundings.TemplateExists(name));
        if (unspoken is null)
        {
            Exists(scope, OwnersFile.Name, $"{path}.template", spoken.Template, isDrawing: false);
            Exists(scope, OwnersFile.Name, $"{path}.chart", spoken.Chart, isDrawing: true);
            return;
        }

        scope.Report(
            OwnersFile.Name,
            $"{path}.language",
            "english",
            new Phrase($"templates 目录里没有英文的 {unspoken}", $"the folder templates has no {unspoken}"),
            new Phrase("chinese，或先把新版 DealBot 的 templates/digests 拷过来", "chinese, or templates/digests of the new DealBot copied first"));
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
