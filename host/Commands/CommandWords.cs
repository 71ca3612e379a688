using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Commands;

// The words after the verb.
/// <param name="Operands">Words without a name, in order.</param>
/// <param name="Options">Arguments of the command, by name.</param>
/// <param name="Settings">All other --Key=value.</param>
internal sealed record CommandWords(IReadOnlyList<string> Operands, IReadOnlyDictionary<string, string> Options, string[] Settings)
{
    private const string Prefix = "--";

    /// <param name="words">The words; a value follows its name after = or as the next word.</param>
    /// <param name="options">The names of the command's own arguments.</param>
    /// <exception cref="RemedyException">A word cannot be understood.</exception>
    public static CommandWords Read(IReadOnlyList<string> words, params IReadOnlyCollection<string> options)
    {
        List<string> operands = [];
        List<string> settings = [];
        Dictionary<string, string> given = [];
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!word.StartsWith('-'))
            {
                operands.Add(word);
                continue;
            }

            if (!word.StartsWith(Prefix, StringComparison.Ordinal) || word.Length == Prefix.Length)
            {
                throw new RemedyException($"'{word}' cannot be understood; arguments are written {Prefix}Name=value, and --help lists them.");
            }

            var parts = word[Prefix.Length..].Split('=', 2);
            if (parts.Length == 1 && (i + 1 == words.Count || words[i + 1].StartsWith(Prefix, StringComparison.Ordinal)))
            {
                throw new RemedyException($"{word} has no value; write {word}=value.");
            }

            var value = parts.Length == 2 ? parts[1] : words[++i];
            if (options.Contains(parts[0]))
            {
                given[parts[0]] = value;
            }
            else
            {
                settings.Add($"{Prefix}{parts[0]}={value}");
            }
        }

        return new CommandWords(operands, given, [.. settings]);
    }

    /// <exception cref="RemedyException">There are more operands than the verb takes, or fewer.</exception>
    public CommandWords Taking(params string[] names)
    {
        if (Operands.Count > names.Length)
        {
            throw new RemedyException($"'{Operands[names.Length]}' cannot be understood here; settings are written {Prefix}Key=value, and --help lists them.");
        }

        return Operands.Count == names.Length ? this : throw new RemedyException($"{names[Operands.Count]} is missing; --help shows the command.");
    }
}
