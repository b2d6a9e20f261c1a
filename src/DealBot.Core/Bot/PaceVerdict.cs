namespace DealBot.Core.Bot;

/// <summary>Whether somebody asks too often.</summary>
public enum PaceVerdict
{
    /// <summary>He does not.</summary>
    Within,

    /// <summary>He does, and is to be told so.</summary>
    FirstBeyond,

    /// <summary>He does and was told.</summary>
    Silent,
}
