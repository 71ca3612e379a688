namespace Cryptocardium.Kernel.Data;

/// <summary>
/// The current row of a result. Columns are read by name; access by position is for code that reads rows of any shape. A returned span is
/// valid until the next row.
/// </summary>
public interface IRow
{
    /// <summary>The position of a column.</summary>
    /// <exception cref="ArgumentException">The result has no such column.</exception>
    int Ordinal(string column);

    /// <summary>Whether a column is NULL.</summary>
    bool IsDBNull(int column);

    /// <inheritdoc cref="IsDBNull(int)"/>
    bool IsDBNull(string column) => IsDBNull(Ordinal(column));

    /// <summary>A 64-bit integer.</summary>
    long GetInt64(int column);

    /// <inheritdoc cref="GetInt64(int)"/>
    long GetInt64(string column) => GetInt64(Ordinal(column));

    /// <summary>A 32-bit integer.</summary>
    int GetInt32(int column);

    /// <inheritdoc cref="GetInt32(int)"/>
    int GetInt32(string column) => GetInt32(Ordinal(column));

    /// <summary>A Boolean.</summary>
    bool GetBoolean(int column);

    /// <inheritdoc cref="GetBoolean(int)"/>
    bool GetBoolean(string column) => GetBoolean(Ordinal(column));

    /// <summary>A text.</summary>
    string GetString(int column);

    /// <inheritdoc cref="GetString(int)"/>
    string GetString(string column) => GetString(Ordinal(column));

    /// <summary>A text; null for NULL.</summary>
    string? GetText(string column) => Ordinal(column) is var place && IsDBNull(place) ? null : GetString(place);

    /// <summary>Bytes.</summary>
    byte[] GetBytes(int column);

    /// <inheritdoc cref="GetBytes(int)"/>
    byte[] GetBytes(string column) => GetBytes(Ordinal(column));

    /// <summary>An amount, stored in micro-dollars.</summary>
    Usd GetUsd(string column) => new(GetInt64(column));

    /// <summary>An instant, stored in Unix milliseconds.</summary>
    DateTimeOffset GetInstant(string column) => DateTimeOffset.FromUnixTimeMilliseconds(GetInt64(column));

    /// <summary>A mode.</summary>
    Mode GetMode(string column) => ModeText.Parse(GetString(column));

    /// <summary>A value as it is stored; null for NULL.</summary>
    object? GetValue(int column);

    /// <summary>The name of a column.</summary>
    string GetName(int column);

    /// <summary>A 64-bit integer; 0 for NULL.</summary>
    long Number(int column);

    /// <inheritdoc cref="Number(int)"/>
    long Number(string column) => Number(Ordinal(column));

    /// <summary>Bytes, without a copy.</summary>
    ReadOnlySpan<byte> Bytes(int column);

    /// <inheritdoc cref="Bytes(int)"/>
    ReadOnlySpan<byte> Bytes(string column) => Bytes(Ordinal(column));

    /// <summary>A text in UTF-8, without a copy.</summary>
    ReadOnlySpan<byte> Text(int column);

    /// <inheritdoc cref="Text(int)"/>
    ReadOnlySpan<byte> Text(string column) => Text(Ordinal(column));
}
