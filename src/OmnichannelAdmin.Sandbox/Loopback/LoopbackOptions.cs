using System.Net;

namespace OmnichannelAdmin.Sandbox.Loopback;

/// <summary>How a loopback server listens, and what it puts up with.</summary>
public sealed record LoopbackOptions
{
    /// <summary>
    /// The address to listen on: 127.0.0.1 unless set. On another than a loopback address the Host header may name
    /// anything.
    /// </summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The TCP port. 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The certificate to speak TLS with, or null for plain HTTP.</summary>
    public LoopbackCertificate? Certificate { get; init; }

    /// <summary>
    /// Hosts that the server stands for besides the loopback's own names, as the Host header names them: for a client
    /// that has been told to look for them here.
    /// </summary>
    public IReadOnlyCollection<string> OtherNames { get; init; } = [];

    /// <summary>The most bytes of a request line and its headers. 32 KiB unless set; more is answered 431.</summary>
    public int MaxHeadBytes { get; init; } = 32 * 1024;

    /// <summary>The most bytes of a body. 128 MiB unless set; more is answered 413.</summary>
    public long MaxBodyBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>The most connections at a time; later ones wait. 256 unless set.</summary>
    public int MaxConnections { get; init; } = 256;

    /// <summary>How long a request's head, or the TLS handshake, may take in all. 10 seconds unless set.</summary>
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a request's body may take in all. 60 seconds unless set.</summary>
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the peer may take to read an answer. 60 seconds unless set.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a connection may lie idle between requests. 60 seconds unless set.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock of the time-outs.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
