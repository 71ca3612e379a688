using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Cryptocardium.Contract;

/// <summary>A node of the yaml with its line and column (from 1), for findings.</summary>
internal sealed class Node
{
    private readonly YamlNode yaml;
    private readonly Dictionary<string, Node> byName;

    private Node(YamlNode yaml)
    {
        this.yaml = yaml;
        Members = yaml is YamlMappingNode map
            ? [.. map.Children.Select(pair => new Member(new Node(pair.Key), new Node(pair.Value)))]
            : [];
        Items = yaml is YamlSequenceNode list ? [.. list.Children.Select(item => new Node(item))] : [];
        byName = Members.ToDictionary(member => member.Name, member => member.Value);
    }

    public IReadOnlyList<Member> Members { get; }

    public IReadOnlyList<Node> Items { get; }

    public bool IsMap => yaml is YamlMappingNode;

    public bool IsList => yaml is YamlSequenceNode;

    public string Text => (yaml as YamlScalarNode)?.Value ?? "";

    /// <summary>Whether this is a plain scalar, which can be a number, a boolean or null; <c>"1"</c> and <c>'true'</c> are text.</summary>
    public bool IsPlain => yaml is YamlScalarNode { Style: ScalarStyle.Plain };

    public long Line => yaml.Start.Line;

    public long Column => yaml.Start.Column;

    public Node? this[string name] => byName.GetValueOrDefault(name);

    /// <summary>The node at a path of names, or null if a name is missing.</summary>
    public Node? At(params ReadOnlySpan<string> names)
    {
        var node = this;
        foreach (var name in names)
            node = node?[name];
        return node;
    }

    public string? TextOf(string name) => this[name]?.Text;

    public bool Says(string name, string value) => TextOf(name) == value;

    public static Node Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents.Count != 1)
            throw new YamlException("one document is expected");
        return new Node(stream.Documents[0].RootNode);
    }

    internal sealed record Member(Node Key, Node Value)
    {
        public string Name => Key.Text;
    }
}
