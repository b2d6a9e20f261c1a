using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Digests;
using DealBot.Core.Posting;
using DealBot.Templating;

namespace DealBot.Host.Rehearsal;

/// <summary>What the template of a rehearsal's page sees.</summary>
internal static class RehearsalModel
{
    /// <param name="result">The rehearsal.</param>
    /// <param name="pictureFile">The file of a picture, relative to the page; null if it was not kept.</param>
    /// <param name="language">The language in which reasons are told.</param>
    public static TemplateObject Of(RehearsalResult result, Func<ReadOnlyMemory<byte>, string?> pictureFile, Language language) => new()
    {
        ["date"] = result.Request.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["days"] = result.Request.Days,
        ["seed"] = result.Request.Seed,
        ["totals"] = With(DigestModel.FiguresOf(result.Total), "skipped", result.Configuration.Groups.Sum(result.SkipsOf)),
        ["groups"] = new TemplateArray(result.Configuration.Groups.Select(group => GroupOf(result, group, pictureFile, language))),
        ["owners"] = new TemplateArray(result.Configuration.Owners.Select(owner => OwnerOf(result, owner))),
    };

    private static TemplateObject GroupOf(RehearsalResult result, Group group, Func<ReadOnlyMemory<byte>, string?> pictureFile, Language language) => new()
    {
        ["id"] = group.Id,
        ["name"] = group.Name,
        ["audience"] = result.Configuration.Audience(group.Audience).Name,
        ["owner"] = result.Configuration.Owner(group.Owner).Name,
        ["adapter"] = group.Adapter,
        ["members"] = group.Members,
        ["figures"] = DigestModel.FiguresOf(result.Figures[group.Id]),
        ["messages"] = new TemplateArray(result.Messages
            .Where(message => message.Adapter == group.Adapter && message.Address == group.Address)
            .Select(message => MessageOf(message, group, MovedPostOf(result, group, message), pictureFile, language))),
        ["skips"] = new TemplateArray(result.Posts
            .Where(post => post.GroupId == group.Id && post.State is not "sent")
            .Select(post => new TemplateObject { ["at"] = TimeText(post.DueAt, group.TimeZone), ["reason"] = post.Reason?.In(language) ?? post.State })),
    };

    private static TemplateObject MessageOf(ChatMessage message, Group group, ArchivedPost? moved, Func<ReadOnlyMemory<byte>, string?> pictureFile, Language language) => new()
    {
        ["at"] = TimeText(message.At, group.TimeZone),
        ["slot"] = moved is null ? null : TimeText(moved.DueAt, group.TimeZone),
        ["moved"] = moved?.Moved?.In(language),
        ["kind"] = message.Text is null ? "image" : message.Picture.IsEmpty ? "text" : "captioned",
        ["text"] = message.Text,
        ["file"] = message.Picture.IsEmpty ? null : pictureFile(message.Picture),
    };

    /// <summary>The post that a message is of, if the plan moved it: a reader looks for the moment that the schedule says.</summary>
    private static ArchivedPost? MovedPostOf(RehearsalResult result, Group group, ChatMessage message) => result.Posts
        .Where(post => post.GroupId == group.Id && post.State == "sent" && post.PlannedAt <= message.At)
        .MaxBy(post => post.PlannedAt) is { Moved: not null } post ? post : null;

    private static TemplateObject OwnerOf(RehearsalResult result, Owner owner)
    {
        var last = result.DigestsOf(owner).LastOrDefault();
        var chart = last.Messages?.FirstOrDefault(message => message.Text is null);
        return new TemplateObject
        {
            ["id"] = owner.Id,
            ["name"] = owner.Name,
            ["groups"] = new TemplateArray(result.Configuration.GroupsOf(owner).Select(group => (object?)group.Id)),
            ["digest"] = last.Messages is null ? null : new TemplateObject
            {
                ["at"] = TimeText(last.Messages[0].At, owner.Digest.TimeZone),
                ["text"] = string.Join("\n", last.Messages.Select(message => message.Text).OfType<string>()),
                ["chart"] = chart is null ? null : $"digests/{owner.Id}-{last.Day:yyyy-MM-dd}.jpg",
            },
        };
    }

    private static TemplateObject With(TemplateObject model, string name, object? value)
    {
        model[name] = value;
        return model;
    }

    private static string TimeText(DateTimeOffset at, string zone) => RehearsalResult.Local(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}
