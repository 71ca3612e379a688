namespace Cryptocardium.Kernel.Data;

/// <summary>The row of a result that is being read. What it gives without copying is good until the next row.</summary>
public interface IRow
{
    /// <summary>Whether a column has no value.</summary>
    bool IsDBNull(int column);

    /// <summary>A number.</summary>
    long GetInt64(int column);

    /// <summary>A small number.</summary>
    int GetInt32(int column);

    /// <summary>A truth.</summary>
    bool GetBoolean(int column);

    /// <summary>A text.</summary>
    string GetString(int column);

    /// <summary>Bytes.</summary>
    byte[] GetBytes(int column);

    /// <summary>A value of whatever kind is stored; null for none.</summary>
    object? GetValue(int column);

    /// <summary>What a column is called.</summary>
    string GetName(int column);

    /// <summary>A number; 0 when there is none.</summary>
    long Number(int column);

    /// <summary>A text in UTF-8, not copied.</summary>
    ReadOnlySpan<byte> Text(int column);
}
