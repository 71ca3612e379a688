namespace Mediator;

/// <summary>A message that reads and changes nothing.</summary>
/// <typeparam name="TResponse">What the one handler of this message answers.</typeparam>
public interface IQuery<TResponse> : IMessage;
