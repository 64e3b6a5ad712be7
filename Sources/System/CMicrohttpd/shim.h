#include <gnutls/gnutls.h>
#include <gnutls/crypto.h>
#include <gnutls/x509.h>
#include <microhttpd.h>

/* Variadic functions of the library with the arguments that are used. */

static inline struct MHD_Daemon *cm_start(
  unsigned int flags, MHD_AccessHandlerCallback handler, void *cls,
  const struct MHD_OptionItem *options)
{
  return MHD_start_daemon(flags, 0, 0, 0, handler, cls, MHD_OPTION_ARRAY, options, MHD_OPTION_END);
}

/* The descriptor to poll, or -1. */
static inline int cm_epoll_descriptor(struct MHD_Daemon *daemon)
{
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_EPOLL_FD);
  return info ? info->epoll_fd : -1;
}

static inline int cm_socket(struct MHD_Connection *connection)
{
  const union MHD_ConnectionInfo *info =
    MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

static inline const struct sockaddr *cm_peer(struct MHD_Connection *connection)
{
  const union MHD_ConnectionInfo *info =
    MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info ? info->client_addr : 0;
}

/* What the notification of the connection's start stored. */
static inline void *cm_socket_context(struct MHD_Connection *connection)
{
  const union MHD_ConnectionInfo *info =
    MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info ? info->socket_context : 0;
}

/* The TLS session, or null. */
static inline gnutls_session_t cm_tls_session(struct MHD_Connection *connection)
{
  const union MHD_ConnectionInfo *info =
    MHD_get_connection_info(connection, MHD_CONNECTION_INFO_GNUTLS_SESSION);
  return info ? (gnutls_session_t) info->tls_session : 0;
}

/* The bits of a P-256 key, which a macro computes. */
static inline unsigned int cm_p256_bits(void)
{
  return GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1);
}

/* Gives memory of the library back; its own function is a variable. */
static inline void cm_free(gnutls_datum_t *datum)
{
  gnutls_free(datum->data);
  datum->data = 0;
}
