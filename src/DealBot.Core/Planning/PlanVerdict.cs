using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Core.Planning;

/// <summary>Says in a sentence whether a day has room for its posts, and if not, what to do.</summary>
public static class PlanVerdict
{
    public static Phrase Of(PlanSheet sheet)
    {
        var day = $"{sheet.Day:yyyy-MM-dd}";
        var homeless = sheet.Rows.Where(row => row.HasNoRoom).ToList();
        var groups = sheet.Rows.Select(row => row.Group.Id).Distinct().Count();
        if (homeless.Count == 0)
        {
            var moved = sheet.Rows.Count(row => row.At != row.SlotAt);
            var unsent = Unsent(sheet);
            return new Phrase(
                $"{day}：{groups} 个群共 {sheet.Rows.Count} 次推送，都排得下{(moved == 0 ? "" : $"，其中 {moved} 次挪了时刻")}{unsent.Zh}",
                $"{day}: {sheet.Rows.Count} posts for {groups} {(groups == 1 ? "group" : "groups")}, and room for all{(moved == 0 ? "" : $"; {moved} moved")}{unsent.En}");
        }

        var worst = homeless.CountBy(row => (row.Account, row.ReasonCode)).OrderByDescending(pair => pair.Value).First();
        var robot = sheet.Rows.Where(row => row.Account == worst.Key.Account).Select(row => row.Group.Id).Distinct().Count() > 1
            ? new Phrase("给其中几个群另建一个机器人，或者减少排期里的时刻", "give some of its groups a robot of their own, or take moments out of the schedule")
            : new Phrase("减少排期里的时刻，或者把这个账号的上限调高（在平台允许的范围内）", "take moments out of the schedule, or raise the account's limit as far as the platform allows");
        var (account, posts) = (worst.Key.Account, worst.Value);
        return worst.Key.ReasonCode == SkipReason.GapCode
            ? new Phrase(
                $"{day}：有 {homeless.Count} 次推送排不下，最多的是账号 {account}（{posts} 次），因为同一个群的时刻太密：减少排期里的时刻，或者调小 minGapMinutes",
                $"{day}: no room for {homeless.Count} posts, {posts} of them through {account}, since the moments of a group are too close: take some out of the schedule, or lower minGapMinutes")
            : new Phrase(
                $"{day}：有 {homeless.Count} 次推送排不下，最多的是账号 {account}（{posts} 次），因为限额不够：{robot.Zh}；要紧的时段写高一点的 priority，会先排",
                $"{day}: no room for {homeless.Count} posts, {posts} of them through {account}, since its limit is used up: {robot.En}; rules with a higher priority are laid first");
    }

    /// <summary>What of the day did not go out for other reasons than room.</summary>
    private static Phrase Unsent(PlanSheet sheet)
    {
        var counts = sheet.Rows.CountBy(row => row.State).ToDictionary();
        (string State, string Zh, string En)[] words =
            [("skipped", "跳过", "skipped"), ("failed", "失败", "failed"), ("unknown", "未确认", "unknown"), (PlanRow.Unrecorded, "没有记录", "not on record")];
        var found = words.Where(word => counts.ContainsKey(word.State)).ToList();
        return new Phrase(
            string.Concat(found.Select(word => $"，{word.Zh} {counts[word.State]} 次")),
            string.Concat(found.Select(word => $"; {counts[word.State]} {word.En}")));
    }
}
