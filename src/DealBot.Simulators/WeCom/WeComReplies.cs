using System.Globalization;
using System.Text.Json;

namespace DealBot.Simulators.WeCom;

/// <summary>WeCom's answers, in the words seen in the wild.</summary>
internal static class WeComReplies
{
    public static byte[] Json(int code, bool wrongJson = false) =>
        JsonSerializer.SerializeToUtf8Bytes(new { errcode = code, errmsg = Message(code, wrongJson) });

    public static byte[] Uploaded(string type, string mediaId, DateTimeOffset at) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        errcode = 0,
        errmsg = "ok",
        type,
        media_id = mediaId,
        created_at = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    });

    private static string Message(int code, bool wrongJson)
    {
        if (code == 0)
            return "ok";

        var warning = wrongJson ? "Warning: wrong json format. " : "";
        return $"{warning}{Meaning(code)}, hint: [1726032284347804201022717], from ip: 127.0.0.1, "
            + $"more info at https://open.work.weixin.qq.com/devtool/query?e={code}";
    }

    private static string Meaning(int code) => code switch
    {
        -1 => "system busy",
        40007 => "invalid media_id",
        40008 => "invalid message type",
        40009 => "invalid image size",
        40033 => "invalid request character",
        40058 => "invalid Request Parameter",
        40063 => "empty parameter",
        41006 => "media_id missing",
        44004 => "content is empty",
        45002 => "message content size out of limit",
        45008 => "article count out of limit",
        45009 => "api freq out of limit",
        45034 => "invalid url, need http or https",
        93000 => "invalid webhook url",
        _ => "request refused",
    };
}
