import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { deliveryControl } from '../deliveries/control';
import { createDeliverer, type Deliverer } from '../deliveries/deliverer';
import { binDetail } from './bin-detail';
import { createCallbackSender } from './callback';
import { abandon } from './card-payment';
import type { PaytrContext } from './context';
import { directPayment } from './direct-payment';
import { postedFields } from './fields';
import { getToken } from './get-token';
import { cardDelete, cardList, keepCard } from './kept-cards';
import { instalmentRateList } from './instalment-rate-list';
import { showCardPage, submitCard } from './pages/card-page';
import { leavePage } from './pages/leave-page';
import { arriveTransfer, missTransfer, showTransferPage, submitTransfer } from './pages/transfer-page';
import { showThreeDSecurePage, submitThreeDSecure } from './pages/three-d-secure-page';
import { paymentList } from './payment-list';
import { recurringPayment } from './recurring-payment';
import { refund } from './refund';
import { createSessionTimers } from './session-timers';
import type { Merchant } from './sign';
import { statusInquiry } from './status-inquiry';
import { createStore } from './store';
import { transactionReport } from './transaction-report';

export interface PaytrOptions extends Merchant {
  /** The merchant's "Bildirim URL". */
  callbackUrl: string;
  /** 0, the default, takes a free port. */
  port?: number;
  host?: '127.0.0.1';
  /** Closed together with the server, given or not. */
  deliverer?: Deliverer;
  now?: () => Date;
}

export interface Paytr {
  /** Base of all addresses, without a slash at the end. */
  url: string;
  port: number;
  deliverer: Deliverer;
  /** Ends a payment page as if its `timeout_limit` had passed. */
  expire(merchantOid: string): void;
  close(): Promise<void>;
}

/** Starts a server that answers as PayTR's iFrame API does; everything it knows is lost when it closes. */
export async function startPaytr(options: PaytrOptions): Promise<Paytr> {
  const {
    callbackUrl,
    port = 0,
    host = '127.0.0.1',
    deliverer = createDeliverer(),
    now = () => new Date(),
  } = options;
  const store = createStore();
  const merchant: Merchant = options;
  const context: PaytrContext = {
    merchant,
    store,
    now,
    callbacks: createCallbackSender(merchant, callbackUrl, deliverer),
    timers: createSessionTimers(expire),
  };

  function expire(merchantOid: string): void {
    const payment = store.byMerchantOid(merchantOid);
    if (payment) abandon(context, payment);
  }

  const server = createApp(context, deliverer).listen(port, host);
  await once(server, 'listening');
  const { port: boundPort } = server.address() as AddressInfo;

  return {
    url: `http://${host}:${boundPort}`,
    port: boundPort,
    deliverer,
    expire,
    async close() {
      context.timers.stopAll();
      deliverer.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function createApp(context: PaytrContext, deliverer: Deliverer): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use('/_control', deliveryControl(deliverer));
  app.get('/_control/payments', paymentList(context));
  app.post('/_control/cards', express.json(), keepCard(context));

  app.use(express.urlencoded({ extended: false }));
  app.post('/odeme/api/get-token', getToken(context));
  app.post('/odeme/api/bin-detail', binDetail(context));
  app.post('/odeme/taksit-oranlari', instalmentRateList(context));
  app.post('/odeme/durum-sorgu', statusInquiry(context));
  app.post('/odeme/iade', refund(context));
  app.post('/odeme/capi/list', cardList(context));
  app.post('/odeme/capi/delete', cardDelete(context));
  const [withoutOwner, withCard] = [recurringPayment(context), directPayment(context)];
  app.post('/odeme', (request, response, next) => {
    const { recurring_payment: isRecurring } = postedFields(request);
    void (isRecurring === '1' ? withoutOwner : withCard)(request, response, next);
  });
  app.post('/rapor/islem-dokumu', transactionReport(context));

  app.get('/odeme/guvenli/:token', showCardPage(context));
  app.post('/odeme/guvenli/:token', submitCard(context));
  app.get('/odeme/guvenli/:token/3d', showThreeDSecurePage(context));
  app.post('/odeme/guvenli/:token/3d', submitThreeDSecure(context));
  app.post('/odeme/guvenli/:token/vazgec', leavePage(context));

  app.get('/odeme/api/:token', showTransferPage(context));
  app.post('/odeme/api/:token', submitTransfer(context));
  app.post('/odeme/api/:token/onay', arriveTransfer(context));
  app.post('/odeme/api/:token/red', missTransfer(context));
  return app;
}
