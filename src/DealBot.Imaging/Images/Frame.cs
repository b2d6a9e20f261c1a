namespace DealBot.Imaging.Images;

/// <summary>A rectangle with round corners, in user units.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width, above 0.</param>
/// <param name="Height">Height, above 0.</param>
/// <param name="Radius">Radius of the corners, 0 for none.</param>
public readonly record struct Frame(double X, double Y, double Width, double Height, double Radius = 0)
{
    /// <summary>The frame with numbers that any drawing bears: templates may have computed anything.</summary>
    internal Frame Clamped(double most) => new(
        Within(X, -most, most), Within(Y, -most, most), Within(Width, 1, most), Within(Height, 1, most), Within(Radius, 0, most));

    private static double Within(double number, double least, double most) => double.IsNaN(number) ? least : Math.Clamp(number, least, most);
}
