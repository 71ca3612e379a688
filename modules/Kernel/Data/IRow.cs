namespace Cryptocardium.Kernel.Data;

/// <summary>A row of a result that is read row by row. What it gives is good until the next row.</summary>
public interface IRow
{
    /// <summary>A number; 0 when there is none.</summary>
    long Number(int column);

    /// <summary>A text in UTF-8.</summary>
    ReadOnlySpan<byte> Text(int column);
}
